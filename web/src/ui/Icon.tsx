/** Our icons: 20 px, drawn with one line width. */

const PATHS = {
  play: <path d="M6.500 4.200v11.600L16 10z" fill="currentColor" />,
  stop: <rect x="5.500" y="5.500" width="9" height="9" rx="1.500" fill="currentColor" stroke="none" />,
  pause: <path d="M7 5v10M13 5v10" strokeWidth="3" />,
  tracks: (
    <>
      <circle cx="6" cy="14.500" r="2" />
      <circle cx="14" cy="12.500" r="2" />
      <path d="M8 14.500V5.500l8-2v9" />
    </>
  ),
  zip: <path d="M4 6.500 10 3.500l6 3v7l-6 3-6-3zM4 6.500l6 3 6-3M10 9.500v7" />,
  midi: <path d="M3.500 4.500h13v11h-13zM7.800 4.500v6.500M12.200 4.500v6.500" />,
  add: <path d="M10 4.500v11M4.500 10h11" />,
  loop: <path d="M13.500 3.500 16 6l-2.500 2.500M4 9.500V8a2 2 0 0 1 2-2h10M6.500 16.500 4 14l2.500-2.500M16 10.500V12a2 2 0 0 1-2 2H4" />,
  star: <path d="m10 2.800 2.200 4.600 5 .7-3.600 3.500.9 5-4.500-2.400-4.500 2.400.9-5L2.800 8.100l5-.7z" />,
  starFull: <path d="m10 2.800 2.200 4.600 5 .7-3.600 3.500.9 5-4.500-2.400-4.500 2.400.9-5L2.800 8.100l5-.7z" fill="currentColor" />,
  download: <path d="M10 3v9m-3.500-3.500L10 12l3.500-3.500M4 16h12" />,
  more: <path d="M4.500 10h.01M10 10h.01M15.500 10h.01" strokeWidth="2.600" />,
  dice: (
    <>
      <rect x="3.500" y="3.500" width="13" height="13" rx="3" />
      <path d="M7.200 7.200h.01M12.800 12.800h.01M12.800 7.200h.01M7.200 12.800h.01" strokeWidth="2.200" />
    </>
  ),
  lock: (
    <>
      <rect x="4.500" y="9" width="11" height="7.500" rx="2" />
      <path d="M7 9V6.500a3 3 0 0 1 6 0V9" />
    </>
  ),
  unlock: (
    <>
      <rect x="4.500" y="9" width="11" height="7.500" rx="2" />
      <path d="M7 9V6.500a3 3 0 0 1 5.800-1" />
    </>
  ),
  trash: <path d="M4 5.500h12M8 5.500V3.800h4v1.700M5.500 5.500l.7 10.700h7.600l.7-10.700M8.500 8.500v5M11.500 8.500v5" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  again: <path d="M15.500 8A6 6 0 1 0 16 11.500M15.800 4v4h-4" />,
  vary: <path d="M2.500 11c2-7 3.500-7 5 0s3 7 5 0 3-5 5-2.500" />,
  blend: (
    <>
      <circle cx="7.500" cy="10" r="4.500" />
      <circle cx="12.500" cy="10" r="4.500" />
    </>
  ),
  reuse: <path d="M8 4 4 8l4 4M4.500 8H12a4 4 0 0 1 0 8H9" />,
  pencil: <path d="m4 16 .8-3.500L13 4.300a1.400 1.400 0 0 1 2 0l.7.7a1.400 1.400 0 0 1 0 2L7.500 15.200z" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="m13 13 3.500 3.500" />
    </>
  ),
  work: <path d="M3.500 10h3l2-5 3.500 10 2-5h2.500" />,
  user: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.500c.8-3 3-4.500 6-4.500s5.200 1.500 6 4.500" />
    </>
  ),
  help: <path d="M7.500 7.500a2.500 2.500 0 1 1 3.600 2.200c-.8.400-1.100.9-1.100 1.800M10 14.800h.01" />,
  volume: <path d="M3.500 8v4h2.800L10 15V5L6.300 8zM12.800 7.500a3.500 3.500 0 0 1 0 5M15 5.500a6.500 6.500 0 0 1 0 9" />,
  words: <path d="M3.500 5h13M3.500 10h8M3.500 15h11" />,
  check: <path d="m4.500 10.500 3.500 3.500 7.500-8" />,
  copy: (
    <>
      <rect x="7" y="7" width="9" height="9" rx="2" />
      <path d="M13 7V5.500A1.500 1.500 0 0 0 11.500 4h-6A1.500 1.500 0 0 0 4 5.500v6A1.500 1.500 0 0 0 5.500 13H7" />
    </>
  ),
  warning: <path d="M10 3.500 17.500 16h-15zM10 8.500v3.200M10 13.800h.01" />,
  kick: (
    <>
      <circle cx="10" cy="10" r="6.500" />
      <circle cx="10" cy="10" r="2" />
    </>
  ),
  back: <path d="M12.500 5 7.500 10l5 5" />,
  forward: <path d="m7.500 5 5 5-5 5" />,
  up: <path d="M10 16V4.500M5.500 9 10 4.500 14.500 9" />,
  down: <path d="M10 4v11.500M5.500 11l4.500 4.500 4.500-4.500" />,
  undo: <path d="M7.500 4 4 7.500 7.500 11M4.500 7.500H12a4.200 4.200 0 0 1 0 8.500H8" />,
  redo: <path d="M12.500 4 16 7.500 12.500 11M15.500 7.500H8A4.200 4.200 0 0 0 8 16h4" />,
  rack: (
    <>
      <path d="M5.500 3.500v13M10 3.500v13M14.500 3.500v13" />
      <path d="M3.800 12.500h3.400M8.300 7h3.400M12.800 10.500h3.400" strokeWidth="2.600" />
    </>
  ),
  save: <path d="M4 4h9.500L16 6.500V16H4zM7 4v4h5.500V4M7 16v-4.500h6V16" />,
  bounce: <path d="M3 10h2l1.500-4 2 8 1.500-5 1 2h1.500M13.500 16.500h5M16 11v5.500M13.800 14.200 16 16.500l2.200-2.300" />,
  timeline: (
    <>
      <path d="M3 5.500h8M6 10h9M4.500 14.500h7" strokeWidth="3" />
      <path d="M13.500 3v14" />
    </>
  ),
  chevron: <path d="m5.500 8 4.500 4.500L14.500 8" />,
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.500"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name]}
    </svg>
  );
}
