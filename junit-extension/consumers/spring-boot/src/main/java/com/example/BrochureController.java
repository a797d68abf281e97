package com.example;

import com.example.FlippingBookClient.Created;
import com.example.FlippingBookClient.NewPublication;
import com.example.FlippingBookClient.Publication;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application's own API. */
@RestController
@RequestMapping("/brochures")
class BrochureController {
  private final FlippingBookClient flippingBook;

  BrochureController(FlippingBookClient flippingBook) {
    this.flippingBook = flippingBook;
  }

  @PostMapping
  Created add(@RequestBody NewPublication brochure) {
    return flippingBook.publish(brochure);
  }

  @GetMapping
  List<Publication> all() {
    return flippingBook.publications();
  }
}
