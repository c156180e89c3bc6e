import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Platform } from '../../platform/platform.js';
import './reports.css';

/** One line of a plot. Lines differ by dash and width, not by colour alone, and carry their name at their end. */
export interface PlotLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3]];
const HEIGHT_PX = 220;

/** Values day by day from zero. The table beside it says the same to whoever does not see it. */
export function DayPlot(props: {
  readonly platform: Platform;
  readonly label: string;
  readonly days: readonly string[];
  readonly lines: readonly PlotLine[];
  readonly format: (value: number) => string;
  readonly formatDay: (day: string) => string;
}) {
  const { platform, label, days, lines, format, formatDay } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let plot: uPlot | null = null;
    function draw() {
      if (!element) return;
      plot?.destroy();
      plot = new uPlot(
        optionsFor(element),
        [days.map((_, place) => place), ...lines.map((line) => [...line.values])],
        element,
      );
    }
    function optionsFor(host: HTMLElement): uPlot.Options {
      const { text, edge, font } = platform.inkOf(host);
      const axis = {
        stroke: text,
        font,
        grid: { stroke: edge, width: 1 },
        ticks: { stroke: edge, width: 1 },
      };
      const widest = Math.max(
        ...lines.flatMap((line) => line.values.map((value) => (value === null ? 0 : format(value).length))),
        3,
      );
      return {
        width: Math.max(220, host.clientWidth),
        height: HEIGHT_PX,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false }, y: { range: (_plot, _min, max) => [0, Math.max(1e-9, max) * 1.15] } },
        axes: [
          {
            ...axis,
            values: (_plot, splits) =>
              splits.map((place) => (Number.isInteger(place) && days[place] ? formatDay(days[place]) : '')),
          },
          { ...axis, size: 24 + widest * 7, values: (_plot, splits) => splits.map(format) },
        ],
        series: [
          {},
          ...lines.map((line, place) => ({
            label: line.label,
            stroke: text,
            width: place === 0 ? 2.5 : 1.75,
            dash: [...(DASHES[place] ?? [])],
            spanGaps: false,
            points: { show: line.values.length < 32, size: 6 - place, stroke: text, fill: text },
          })),
        ],
      };
    }
    draw();
    const stops = [platform.onResize(element, draw), platform.onColours(draw)];
    return () => {
      for (const stop of stops) stop();
      plot?.destroy();
    };
  }, [days, lines, format]);
  return (
    <figure class="plot" aria-label={label}>
      <figcaption>
        <strong>{label}</strong>
        {lines.length > 1 && (
          <span class="plot-key">
            {lines.map((line, place) => (
              <span key={line.label}>
                <svg width="28" height="8" aria-hidden="true">
                  <line
                    x1="0"
                    x2="28"
                    y1="4"
                    y2="4"
                    stroke="currentColor"
                    stroke-width={place === 0 ? 2.5 : 1.75}
                    stroke-dasharray={DASHES[place]?.join(' ')}
                  />
                </svg>
                {line.label}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div ref={frame} class="plot-frame" aria-hidden="true" />
    </figure>
  );
}
