package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that keeps its brochures at FlippingBook. */
@SpringBootApplication
public class BrochureApplication {
  public static void main(String[] args) {
    SpringApplication.run(BrochureApplication.class, args);
  }
}
