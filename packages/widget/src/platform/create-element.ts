const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; text children stay text. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** A decorative stroked icon: one path on a 24 × 24 grid, for buttons that have a name. */
export function createIcon(path: string): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  setAttributes(icon, { viewBox: '0 0 24 24' });
  setAttributes(line, { d: path });
  icon.append(line);
  return icon;
}

function setAttributes(element: Element, attributes: Attributes): void {
  // Own ones only: pages extend the prototype of every object.
  for (const name of Object.keys(attributes)) element.setAttribute(name, `${attributes[name]}`);
}
