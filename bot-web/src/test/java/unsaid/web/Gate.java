package unsaid.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between a server and its database, or its visitors, and can be shut. Loopback only.
public final class Gate implements AutoCloseable {
    private static final int BUFFER = 8 << 10;

    private final ServerSocket listening;
    private volatile int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private State state = State.OPEN;

    private enum State {
        OPEN,
        REFUSING,
        SILENT,
        CLOSED
    }

    /// @param port of what is behind it
    public Gate(int port) throws IOException {
        this.port = port;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// As when the database's process is gone: connections break, new ones break at once.
    public void refuse() {
        become(State.REFUSING);
        breakAll();
    }

    /// As when a cable is pulled: nothing comes through, and nobody is told.
    public void fallSilent() {
        become(State.SILENT);
    }

    /// As when one server goes and another takes its place: connections break, new ones lead there.
    public void leadTo(int next) {
        port = next;
        breakAll();
    }

    public void reopen() {
        become(State.OPEN);
    }

    private void become(State next) {
        synchronized (lock) {
            state = next;
            lock.notifyAll();
        }
    }

    private void breakAll() {
        open.forEach(Gate::close);
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                if (state() == State.REFUSING) {
                    close(from);
                    continue;
                }
                Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(from);
                open.add(to);
                Thread.ofVirtual().start(() -> pass(from, to));
                Thread.ofVirtual().start(() -> pass(to, from));
            } catch (IOException e) {
                // the next one may get through
            }
        }
    }

    private State state() {
        synchronized (lock) {
            return state;
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[BUFFER];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitSound();
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // broken, as it may be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSound() throws InterruptedException {
        synchronized (lock) {
            while (state == State.SILENT) {
                lock.wait();
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        become(State.CLOSED);
        listening.close();
        breakAll();
    }
}
