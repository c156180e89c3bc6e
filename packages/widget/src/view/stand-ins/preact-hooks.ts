export { useLayoutEffect as useEffect, useLayoutEffect, useMemo, useRef, useState } from '../hooks.js';
