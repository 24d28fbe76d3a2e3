package dev.gradus.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxiesTest {
    private static final ProxySelector SYSTEM =
            ProxySelector.of(new InetSocketAddress("127.0.0.9", 9));

    private static int portFor(String address, Map<String, String> environment) {
        var chosen = new EnvironmentProxies(environment, SYSTEM).select(URI.create(address));
        assertThat(chosen).hasSize(1);
        return chosen.getFirst().type() == Proxy.Type.DIRECT
                ? 0
                : ((InetSocketAddress) chosen.getFirst().address()).getPort();
    }

    @Test
    void namesAProxyForEachScheme() {
        var environment =
                Map.of(
                        "HTTPS_PROXY", "http://127.0.0.1:1",
                        "http_proxy", "127.0.0.1:2",
                        "HTTP_PROXY", "http://127.0.0.1:3");
        assertThat(portFor("https://a.org/", environment)).isEqualTo(1);
        assertThat(portFor("http://a.org/", environment)).isEqualTo(2);
        assertThat(portFor("https://a.org/", Map.of("ALL_PROXY", "http://127.0.0.1:4/")))
                .isEqualTo(4);
        assertThat(portFor("https://a.org/", Map.of("HTTPS_PROXY", "http://127.0.0.1")))
                .isEqualTo(80);
    }

    @Test
    void leavesTheChoiceToTheSystemWhereItSaysNothing() {
        assertThat(portFor("https://a.org/", Map.of("HTTPS_PROXY", " "))).isEqualTo(9);
        assertThat(portFor("https://a.org/", Map.of("HTTP_PROXY", "http://127.0.0.1:1")))
                .isEqualTo(9);
    }

    @Test
    void exemptsTheHostsItIsToldTo() {
        for (var exempt : List.of("a.org", ".a.org", "*.a.org", "x, A.ORG", "*", "a.org:443")) {
            var environment = Map.of("ALL_PROXY", "http://127.0.0.1:1", "NO_PROXY", exempt);
            assertThat(portFor("https://www.a.org/", environment)).isZero();
        }
        for (var other : List.of("ba.org", "org.a", "", ",", "www.a.org.b")) {
            var environment = Map.of("ALL_PROXY", "http://127.0.0.1:1", "NO_PROXY", other);
            assertThat(portFor("https://www.a.org/", environment)).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatItCannotUse() {
        for (var unusable : List.of("socks5://127.0.0.1:1", "http://", "http://a b")) {
            assertThatThrownBy(() -> portFor("https://a.org/", Map.of("HTTPS_PROXY", unusable)))
                    .hasMessageContaining("expected is http://host:port");
        }
    }
}
