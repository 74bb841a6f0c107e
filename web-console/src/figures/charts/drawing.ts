import { BarChart, FunnelChart, LineChart, MapChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, registerMap, use as include } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what is drawn; in a file of its own, which is loaded when the first chart is.
include([BarChart, FunnelChart, GridComponent, LegendComponent, LineChart, MapChart, PieChart, SVGRenderer, TooltipComponent, VisualMapComponent]);

export function begin(place: HTMLElement, dark: boolean) {
  return init(place, dark ? 'dark' : undefined, { renderer: 'svg' });
}

export { registerMap };
