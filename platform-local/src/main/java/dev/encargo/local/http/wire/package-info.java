/// HTTP/1.1 on a loopback port, one virtual thread a connection.
///
/// The JDK's `HttpServer` API is not used: its implementations answer unparsable requests themselves, as HTML, and
/// the faster one buffers a request line and headers of any size (120 MB were accepted in a trial) and takes
/// `Content-Length: +5`. Here every byte read is bounded, in size and in time, before it is believed.
@NullMarked
package dev.encargo.local.http.wire;

import org.jspecify.annotations.NullMarked;
