package dev.encargo.journeys;

import dev.encargo.local.function.Mishaps.Mishap;
import dev.encargo.providers.CallFault;
import dev.encargo.providers.NoticeFault;
import dev.encargo.providers.NoticeType;
import dev.encargo.providers.Operation;
import java.time.Duration;

/// The instants of an order's life at which a cancel may come: each places an order and lets it stand still there.
enum Moment {
    FULFIL_ORDER_NOT_STARTED("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            String arn = world.host().stack().stateMachines().get("FulfilOrder").arn();
            world.host().delivery().bus().failTarget(arn, 1);
            return placed(world, "pm_ok");
        }
    },
    RESERVE_STOCK_NOT_HANDLED("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            return failing(world, "ReserveStockFunction", "pm_ok");
        }
    },
    RESERVATION_UNHEARD("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(Operation.RESERVE, CallFault.failing(503), 1);
            return placed(world, "pm_ok");
        }
    },
    RESERVATION_UNTOLD("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            return holding(world, NoticeType.STOCK_RESERVED, "pm_ok");
        }
    },
    STOCK_LIMIT_BEING_SETTLED("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            world.next("SettleStockFunction", new Mishap.Fails(), 1_000);
            String id = holding(world, NoticeType.STOCK_RESERVED, "pm_ok");
            world.forward(Duration.ofMinutes(15));
            return id;
        }
    },
    TAKE_PAYMENT_NOT_HANDLED("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            return failing(world, "TakePaymentFunction", "pm_ok");
        }
    },
    PAYMENT_UNHEARD("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(Operation.TAKE_PAYMENT, CallFault.failing(503), 1);
            return placed(world, "pm_ok");
        }
    },
    PAYMENT_UNDECIDED("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            return placed(world, "pm_timeout");
        }
    },
    CAPTURE_UNTOLD("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            return holding(world, NoticeType.PAYMENT_CAPTURED, "pm_ok");
        }
    },
    CAPTURE_NOT_APPLIED("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            return failing(world, "ReceivePaymentNoticeFunction", "pm_ok");
        }
    },
    PAYMENT_LIMIT_BEING_SETTLED("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            world.next("SettlePaymentFunction", new Mishap.Fails(), 1_000);
            String id = placed(world, "pm_timeout");
            world.forward(Duration.ofMinutes(30));
            return id;
        }
    },
    LIMIT_OF_AN_UNTOLD_CAPTURE_BEING_SETTLED("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            world.next("SettlePaymentFunction", new Mishap.Fails(), 1_000);
            String id = holding(world, NoticeType.PAYMENT_CAPTURED, "pm_ok");
            world.forward(Duration.ofMinutes(30));
            return id;
        }
    },
    CAPTURED("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            return failing(world, "IssueInvoiceFunction", "pm_ok");
        }
    },
    INVOICED_AND_ITS_ANSWER_LOST("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            world.next("IssueInvoiceFunction", new Mishap.AnswerLost(), 1_000);
            world.next("RequestShipmentFunction", new Mishap.Fails(), 1_000);
            return placed(world, "pm_ok");
        }
    },
    REQUEST_SHIPMENT_NOT_HANDLED("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            return failing(world, "RequestShipmentFunction", "pm_ok");
        }
    },
    SHIPMENT_UNHEARD("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(Operation.REQUEST_SHIPMENT, CallFault.failing(503), 1);
            return placed(world, "pm_ok");
        }
    },
    SHIPMENT_ASKED("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            return placed(world, "pm_ok");
        }
    },
    DISPATCH_UNTOLD("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Held(), 1);
            return dispatched(world);
        }
    },
    DISPATCH_LOST("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(NoticeType.SHIPMENT_DISPATCHED, new NoticeFault.Dropped(), 1);
            return dispatched(world);
        }
    },
    DISPATCH_EVENT_UNDER_WAY("PAID") {
        @Override
        String reach(World world) throws InterruptedException {
            String id = placed(world, "pm_ok");
            world.next("UpdateOrderStatusFunction", new Mishap.Fails(), 1);
            world.tellWarehouse(id, "dispatch");
            world.settle();
            return id;
        }
    },
    REFUSAL_UNTOLD("PENDING") {
        @Override
        String reach(World world) throws InterruptedException {
            world.outside().next(NoticeType.STOCK_REFUSED, new NoticeFault.Held(), 1);
            String id = world.place("pm_ok", "SKU-NONE");
            world.settle();
            return id;
        }
    },
    DECLINE_UNTOLD("RESERVED") {
        @Override
        String reach(World world) throws InterruptedException {
            return holding(world, NoticeType.PAYMENT_DECLINED, "pm_declined");
        }
    };

    private final String status;

    Moment(String status) {
        this.status = status;
    }

    /// The order's status at this moment.
    String status() {
        return status;
    }

    abstract String reach(World world) throws InterruptedException;

    boolean hasLeft() {
        return this == DISPATCH_UNTOLD || this == DISPATCH_LOST || this == DISPATCH_EVENT_UNDER_WAY;
    }

    private static String placed(World world, String method) throws InterruptedException {
        String id = world.place(method);
        world.settle();
        return id;
    }

    private static String failing(World world, String function, String method) throws InterruptedException {
        world.next(function, new Mishap.Fails(), 1_000);
        return placed(world, method);
    }

    private static String holding(World world, NoticeType notice, String method) throws InterruptedException {
        world.outside().next(notice, new NoticeFault.Held(), 1);
        return placed(world, method);
    }

    private static String dispatched(World world) throws InterruptedException {
        String id = placed(world, "pm_ok");
        world.tellWarehouse(id, "dispatch");
        world.settle();
        return id;
    }
}
