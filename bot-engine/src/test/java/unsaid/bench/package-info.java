/// Benchmarks. They are run by hand and judge nothing.
package unsaid.bench;
