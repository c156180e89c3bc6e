/**
 * Names of properties that only our own files use with each other: the build shortens them, in all files alike. Nothing
 * that stands on the wire, in storage, in the DOM or in the public API may be listed.
 */
export const MANGLED = [
  'isOpen',
  'adoptComposer',
  'takeCalls',
  'takeSocket',
  'sayOnLauncher',
  'closer',
  'setOngoing',
  'unknownCalls',
  'emitter',
  'loadChat',
  'heard',
  'heading',
  'isOn',
];
