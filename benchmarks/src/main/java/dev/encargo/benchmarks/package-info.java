/// Small measurements of what is done for every order, by JMH: `./encargo bench micro`.
@NullMarked
package dev.encargo.benchmarks;

import org.jspecify.annotations.NullMarked;
