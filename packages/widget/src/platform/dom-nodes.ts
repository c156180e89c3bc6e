/** Makes the nodes of views. Nothing here, or anywhere else, makes them out of text. */
export const domNodes = {
  element: (tag: string, isDrawing: boolean): Element =>
    isDrawing ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag),
  text: (text: string): Text => document.createTextNode(text),
  fragment: (): DocumentFragment => document.createDocumentFragment(),
};
