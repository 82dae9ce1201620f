/**
 * What a run looks like: pure functions from tables to a {@link org.glassbox.plot.Chart}, and the two pens that draw it.
 * Start with {@link org.glassbox.plot.LossCurve}; a chart is made of {@link org.glassbox.plot.Mark}s in
 * {@link org.glassbox.plot.Panel}s, drawn by {@link org.glassbox.plot.SvgPen} for everywhere and by
 * {@link org.glassbox.plot.PlotlyPen} for hover, zoom and sliders. Imports only Tablesaw, gson and {@code org.glassbox}.
 */
package org.glassbox.plot;
