package io.github.flippingbookemulator.bench;

import io.javalin.Javalin;

/** Javalin as its introduction shows it, with one handler. */
record BareJavalin(Javalin app) implements Server {
  static Server start(String path, byte[] answer) {
    return new BareJavalin(
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get(
                      path, context -> context.contentType("application/json").result(answer));
                })
            .start("127.0.0.1", 0));
  }

  @Override
  public int port() {
    return app.port();
  }

  @Override
  public void close() {
    app.stop();
  }
}
