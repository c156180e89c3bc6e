/** One set, one stroke: 20 units square, 1.6 wide, round ends. */
const PATHS = {
  accept: 'm4.5 10.5 3.5 3.5 7.5-8',
  alert: 'M10 3.2 17.6 16.4H2.4L10 3.2ZM10 8v4m0 2v.1',
  arrowLeft: 'M16 10H4.5m4.5-5-5 5 5 5',
  arrowDown: 'M10 4v11.5m-5-4.5 5 5 5-5',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.2 1.2H3.8L5 14Zm3.4 3.2h3.2',
  bolt: 'M11 2.8 4.8 11.2h4.4l-.6 6 6.6-8.6h-4.6l.4-5.8Z',
  chat: 'M4 4.5h12a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1Z',
  chevron: 'm7.5 5 5 5-5 5',
  clip: 'm16.500 9.500-6.700 6.700a4.300 4.300 0 0 1-6.100-6.100l6.700-6.700a2.900 2.900 0 0 1 4.100 4.100l-6.700 6.700a1.400 1.400 0 0 1-2-2l6.100-6.100',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7.5 7.5h8v8.5h-8v-8.5Zm-3 5V4h8',
  gear: 'M10 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM10 2.8v2m0 10.4v2M2.8 10h2m10.4 0h2M4.9 4.9l1.4 1.4m7.4 7.4 1.4 1.4m0-10.2-1.4 1.4m-7.4 7.4-1.4 1.4',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-7-7h14m-7-7c2 2 2.8 4.300 2.800 7s-.8 5-2.800 7c-2-2-2.800-4.300-2.800-7s.8-5 2.800-7Z',
  inbox: 'M3.500 11.500 5.300 4.500h9.400l1.800 7v4h-13v-4Zm0 0h3.700l1 2h3.600l1-2h3.700',
  keyboard:
    'M2.800 5.500h14.400v9H2.800v-9ZM6 8.500v.1m2.700-.1v.1m2.600-.1v.1m2.700-.1v.1M6.800 11.700h6.400',
  panel: 'M3.500 4h13v12h-13V4Zm8 0v12',
  pause: 'M7 5v10m6-10v10',
  person:
    'M10 9.800a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400Zm-6 6.800c.5-3 2.900-4.700 6-4.700s5.500 1.700 6 4.700',
  pin: 'M10 17s5-4.800 5-8.600A5 5 0 0 0 5 8.400C5 12.200 10 17 10 17Zm0-6.800a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600Z',
  plus: 'M10 4.500v11M4.500 10h11',
  question: 'M7.400 7.600a2.700 2.700 0 1 1 4 2.300c-.9.500-1.400 1-1.400 2m0 2.800v.1',
  refresh: 'M16 10a6 6 0 1 1-1.800-4.300M16 3.500v3h-3',
  return: 'M8 5 3.800 9.200 8 13.400m-4-4.200h8.200a4 4 0 0 1 4 4v1.600',
  rules: 'M4 5.500h12M4 10h7.500M4 14.500h9.500',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11Zm4-1.500 4 4',
  filter: 'M3.500 5.500h13M6 10h8M8.500 14.500h3',
  snippet: 'M5 3.500h10v13H5v-13Zm2.500 4h5m-5 3h5m-5 3h3',
  chart: 'M4 16.500V9m4 7.500V4m4 12.500V7.500m4 9V11',
  download: 'M10 3.500v9m4-4-4 4-4-4M4 16.500h12',
  eye: 'M2.500 10s2.700-5 7.500-5 7.500 5 7.500 5-2.700 5-7.500 5-7.500-5-7.500-5Zm7.500 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  swap: 'M4 7h11l-3-3m4 9H5l3 3',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2m-9 0h10v7.500H5V9Z',
  pencil: 'm4 16 1-3.500 8.500-8.500 2.500 2.500L7.500 15 4 16Z',
  trash: 'M4.500 6h11M8 6V4h4v2m-6 0 .7 10.500h6.600L14 6',
  more: 'M5 10.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Zm5 0a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Zm5 0a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1Z',
  send: 'M4 10 3 3.800 17 10 3 16.200 4 10Zm0 0h6.500',
  signOut: 'M8 3.500H4v13h4m3.500-9.500 3 3-3 3m3-3H8',
  spark:
    'M10 3c.6 4.200 2.800 6.400 7 7-4.200.6-6.400 2.800-7 7-.6-4.200-2.800-6.400-7-7 4.200-.6 6.400-2.800 7-7Z',
  steps:
    'M5 6.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Zm0 10a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Zm0-10v7M9 5h7.500M9 15h7.500M9 10h5',
} as const;

export type IconName = keyof typeof PATHS;

/** With a `label` it speaks to screen readers; without one it is decoration beside words. */
export function Icon({
  name,
  size = 16,
  label,
}: {
  name: IconName;
  size?: 16 | 20;
  label?: string | undefined;
}) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
