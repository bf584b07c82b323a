# syntax=docker/dockerfile:1

FROM eclipse-temurin:17-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip=true package

# RocksDB's native library needs glibc, so no Alpine image here.
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin pactwatch \
    && install --directory --owner=pactwatch --group=pactwatch /var/lib/pactwatch
COPY --from=build /src/target/lib /opt/pactwatch/lib
COPY --from=build /src/target/pactwatch.jar /opt/pactwatch/pactwatch.jar

USER pactwatch
# State stores go to data/state below this folder.
WORKDIR /var/lib/pactwatch
VOLUME /var/lib/pactwatch
# The console serves other containers without a token; publish its port on the loopback address of the host only, or set
# PACTWATCH_CONSOLE_TOKEN and PACTWATCH_CONSOLE_OPEN_ACCESS=false.
ENV PACTWATCH_CONSOLE_HOST=0.0.0.0 \
    PACTWATCH_CONSOLE_OPEN_ACCESS=true
EXPOSE 8080

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD curl --fail --silent --output /dev/null http://127.0.0.1:8080/health/ready \
        || curl --fail --silent --show-error --insecure --output /dev/null https://127.0.0.1:8080/health/ready

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/pactwatch/pactwatch.jar", "io.pactwatch.Pactwatch"]
CMD ["--help"]
