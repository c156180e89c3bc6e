import { render } from 'preact';
import { signal } from '@preact/signals';
import { io } from '../../../client/node_modules/socket.io-client';
const s = signal(0);
export function mountChat() { io('x'); render(<div>{s.value}</div>, new DocumentFragment()); return () => {}; }
