/// The functions' image: its AOT cache is trained by taking orders, and its start is measured.
@NullMarked
package dev.encargo.deployment.image;

import org.jspecify.annotations.NullMarked;
