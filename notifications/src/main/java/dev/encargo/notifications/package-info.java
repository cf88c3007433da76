/// Tells customers what happened to their orders, by mail, once a cause. Start reading at `NotifyCustomer`.
@NullMarked
package dev.encargo.notifications;

import org.jspecify.annotations.NullMarked;
