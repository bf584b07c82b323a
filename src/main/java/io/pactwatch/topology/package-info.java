/**
 * The only stream code: {@link io.pactwatch.topology.MonitorTopology} wires the four stages to topics and stores, a processor
 * reads its store, calls one pure function, writes the store and forwards. {@link io.pactwatch.topology.MonitorRunner} runs
 * it on a cluster, {@link io.pactwatch.topology.Backtest} without one.
 */
package io.pactwatch.topology;
