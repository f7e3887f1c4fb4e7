# The program in an image of its own: docker run --rm -v "$PWD:/work" kader check
FROM rust:1.95-slim-bookworm AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked --bin kader

FROM debian:bookworm-slim
COPY --from=build /source/target/release/kader /usr/local/bin/kader
WORKDIR /work
# Whoever checks need not be root.
USER 65534:65534
ENTRYPOINT ["kader"]
CMD ["check"]
