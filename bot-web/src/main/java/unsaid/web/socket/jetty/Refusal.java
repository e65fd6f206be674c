package unsaid.web.socket.jetty;

/// Why the server opened no connection, or closed one by itself.
public enum Refusal {
    /// A page that may not have one asked.
    ORIGIN,
    /// There are too many, in all or from one address.
    FULL,
    /// The server is about to stop.
    STOPPING,
    /// The visitor did not stop sending.
    TOO_FAST,
    /// A message was over the limit.
    TOO_BIG,
    /// What came is no WebSocket.
    MALFORMED,
    /// The peer did not answer a ping.
    SILENT,
    /// The peer did not read.
    SLOW,
    /// The stop had to end, and the connection was still open.
    CUT
}
