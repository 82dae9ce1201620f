/**
 * How fast it is. {@code ./dev bench} runs what ends in Benchmark, in JMH; {@link org.glassbox.bench.Compare} times whole
 * processes, ours and other libraries' in turn; {@link org.glassbox.bench.LongRun} watches memory over a long run. Start with
 * {@link org.glassbox.bench.Workload}. Uses the library as anybody does; no test and no build depends on it.
 */
package org.glassbox.bench;
