package dev.gradus.data.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Chooses the proxy that the environment names, as `curl` and most tools do: `HTTPS_PROXY`,
/// `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in small or capital letters.
///
/// Where the environment names none, Java's own settings decide (`-Dhttp.proxyHost`,
/// `-Djava.net.useSystemProxies=true`). `NO_PROXY` lists hosts, separated by commas: a name covers
/// its sub-domains, `*` covers all.
public final class EnvironmentProxies extends ProxySelector {
    private static final int DEFAULT_PORT = 80;

    private final Map<String, String> environment;
    private final ProxySelector otherwise;

    /// @param environment the variables, as of `System.getenv()`
    /// @param otherwise decides where they say nothing
    public EnvironmentProxies(Map<String, String> environment, ProxySelector otherwise) {
        this.environment = Map.copyOf(environment);
        this.otherwise = otherwise;
    }

    /// Returns the choice for this process.
    public static ProxySelector ofProcess() {
        var system = ProxySelector.getDefault();
        var otherwise = system == null ? HttpClient.Builder.NO_PROXY : system;
        return new EnvironmentProxies(System.getenv(), otherwise);
    }

    @Override
    public List<Proxy> select(URI uri) {
        var scheme = "https".equals(uri.getScheme()) ? "https_proxy" : "http_proxy";
        var named = variable(scheme);
        if (named.isBlank()) {
            named = variable("all_proxy");
        }
        if (named.isBlank()) {
            return otherwise.select(uri);
        }
        return exempt(uri) ? List.of(Proxy.NO_PROXY) : List.of(proxy(named.strip()));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException cause) {
        otherwise.connectFailed(uri, address, cause);
    }

    private boolean exempt(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        for (var entry : variable("no_proxy").toLowerCase(Locale.ROOT).split(",", -1)) {
            var name = entry.strip().replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
            if (name.equals("*") || host.equals(name)) {
                return true;
            }
            if (!name.isEmpty() && host.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    private String variable(String name) {
        var small = environment.getOrDefault(name, "");
        return small.isBlank()
                ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "")
                : small;
    }

    private static Proxy proxy(String named) {
        var uri = parsed(named.contains("://") ? named : "http://" + named);
        if (uri.getHost() == null || !"http".equals(uri.getScheme())) {
            throw unusable(named);
        }
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException _) {
            throw unusable(address);
        }
    }

    private static IllegalArgumentException unusable(String named) {
        return new IllegalArgumentException(
                "the proxy \"%s\" named by the environment cannot be used: expected is http://host:port"
                        .formatted(named));
    }
}
