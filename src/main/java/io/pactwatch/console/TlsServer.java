package io.pactwatch.console;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.pactwatch.article.InvalidInputException;
import io.pactwatch.config.MonitorConfig;
import io.pactwatch.config.SecretSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Makes the server that answers over TLS 1.2 or 1.3 alone. */
final class TlsServer {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private TlsServer() {}

    /**
     * Binds the address.
     *
     * @throws InvalidInputException with one line if the key cannot be read
     * @throws IOException if the address cannot be bound
     */
    static HttpServer create(MonitorConfig.Tls tls, InetSocketAddress address, int backlog) throws IOException {
        SSLContext context = context(tls);
        HttpsServer server = HttpsServer.create(address, backlog);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setProtocols(PROTOCOLS);
                parameters.setSSLParameters(ssl);
            }
        });
        return server;
    }

    private static SSLContext context(MonitorConfig.Tls tls) {
        char[] password = new SecretSource(
                        SecretSource.Kind.FILE, tls.passwordFile().toString())
                .read(Map.of())
                .toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(tls.keyStore().toFile(), password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "console.keyStore: " + tls.keyStore() + " cannot be read with the password of " + tls.passwordFile()
                            + " (" + e.getMessage() + "); give a PKCS12 or JKS file with the key of the server",
                    e);
        }
    }
}
