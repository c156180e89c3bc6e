/** Makes `Date` go wrong by an offset that can change at any time, for the whole process. */
export function installSkewedClock(): (ms: number) => void {
  const RealDate = Date;
  let skew = 0;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      args.length > 0
        ? Reflect.construct(target, args, newTarget)
        : Reflect.construct(target, [RealDate.now() + skew], newTarget),
    get: (target, key) => (key === 'now' ? () => RealDate.now() + skew : Reflect.get(target, key)),
  });
  return (ms) => {
    skew = ms;
  };
}
