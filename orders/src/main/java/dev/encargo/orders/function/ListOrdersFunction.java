package dev.encargo.orders.function;

import dev.encargo.orders.store.OrderPage;
import dev.encargo.orders.usecase.ListOrders;
import dev.encargo.platform.Platform;
import dev.encargo.platform.function.ApiFunction;
import dev.encargo.platform.function.ApiRequest;
import dev.encargo.platform.function.ApiResponse;
import dev.encargo.platform.function.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /orders`
public final class ListOrdersFunction extends ApiFunction {
    private final ListOrders listOrders;

    public ListOrdersFunction() {
        this(Platform.current());
    }

    ListOrdersFunction(Platform platform) {
        super(platform);
        this.listOrders = new ListOrders(platform);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        ListQuery query = ListQuery.of(request);
        OrderPage page = listOrders
                .list(new ListOrders.Request(request.principal(), query.filter(), query.after(), query.limit()))
                .orElseThrow(() -> Problem.of(403, "not-your-orders", "Customers see their own orders only"));
        @Nullable String next = page.next() == null ? null : Cursor.of(page.next(), query.filter());
        List<OrderListView.Entry> entries =
                page.orders().stream().map(OrderListView.Entry::of).toList();
        ApiResponse answer = ApiResponse.json(200, new OrderListView(entries, next));
        return next == null ? answer : answer.with("Link", "<" + ListQuery.next(request, next) + ">; rel=\"next\"");
    }
}
