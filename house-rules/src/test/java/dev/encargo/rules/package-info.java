/// The house's rules. A test's name is the rule; beside each rule a small violation shows that it can fail.
package dev.encargo.rules;
