import { BACK, CLOCK, CLOSE, DANGER, DONE, DOWN, FORWARD, INFO, SEARCH } from './drawing'

/** The paths of all signs. They travel as one picture (app/signs.svg), and a page names the sign: a test holds that file and signs.css to this table. */
export const SIGNS = {
  today: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  caseload: 'M4 5h16M4 12h16M4 19h10',
  people: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5',
  visits: 'M5 21V4h9v17M14 8h5v13M3 21h18M9 12h.01',
  country: 'M12 6.5c-2-1.5-5-2-8.5-2v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14c-3.5 0-6.5.5-8.5 2ZM12 6.5v14',
  review: 'M3 13l4 4L16 7M12 15.5l1.5 1.5L22 7',
  handover: 'M4 8h15M15.5 4.5L19 8l-3.5 3.5M20 16H5M8.5 12.5L5 16l3.5 3.5',
  workload: 'M5 4v16M5 7h13M5 12h8M5 17h11',
  duplicates: 'M4 4h11v11H4zM9 15v5h11V9h-5',
  partners: 'M9 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM15 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Z',
  upload: 'M12 16V4M7.5 8.5L12 4l4.5 4.5M4 20h16',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  search: SEARCH,
  menu: 'M4 7h16M4 12h16M4 17h16',
  statistics: 'M5 20v-7M12 20V5M19 20v-11M3 20h18',
  accounts: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.5 3-5.5 6.5-5.5M17 13v7M13.5 16.5h7',
  me: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6.5 18.5c1-2.5 3-3.5 5.5-3.5s4.5 1 5.5 3.5',
  plus: 'M12 5v14M5 12h14',
  pen: 'M4 20l1-5L16 4l4 4L9 19l-5 1Z',
  more: 'M5 11.1a.9.9 0 1 0 .01 0M12 11.1a.9.9 0 1 0 .01 0M19 11.1a.9.9 0 1 0 .01 0',
  phone: 'M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v3c0 1.5-1 2-2 2C11 20 4 13 4 5c0-1 .5-2 2-2Z',
  down: DOWN,
  forward: FORWARD,
  back: BACK,
  close: CLOSE,
  danger: DANGER,
  clock: CLOCK,
  done: DONE,
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  hide: 'M3 12c2-4 5-6 9-6s7 2 9 6c-2 4-5 6-9 6s-7-2-9-6ZM4 20L20 4',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.5h.01',
  info: INFO,
} as const

const NAMES = Object.values(SIGNS)
/** All signs in one column. */
export const toSprite = (): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="${24 * NAMES.length}" viewBox="0 0 24 ${24 * NAMES.length}" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">`,
    ...NAMES.map((path, at) => `<path transform="translate(0 ${24 * at})" d="${path}"/>`),
    '</svg>\n',
  ].join('\n')
/** Which part of it each sign shows. */
export const toSignStyles = (): string =>
  [
    '/* Written by components/ui/signs.test.ts. */',
    '@layer components {',
    '  .sign {',
    '    display: block;',
    '    flex-shrink: 0;',
    '    width: 1.25rem;',
    '    height: 1.25rem;',
    '    background: currentColor;',
    `    mask: url("./signs.svg") 0 calc(var(--at) * 100% / ${NAMES.length - 1}) / 100% auto no-repeat;`,
    '    print-color-adjust: exact;',
    '  }',
    '  @media (forced-colors: active) {',
    '    .sign {',
    '      forced-color-adjust: none;',
    '      background: CanvasText;',
    '    }',
    '  }',
    ...Object.keys(SIGNS).map((name, at) => `  .sign-${name} {\n    --at: ${at};\n  }`),
    '}\n',
  ].join('\n')
