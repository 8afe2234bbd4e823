import type { ReactNode } from 'react'
import type { Messages } from '@/lib/i18n/catalogue'
import type { GuideKey } from './guides'

export type PictureKey = keyof Messages['guide']['picture']

/** Which guides are shown as well as told. */
const PICTURES: readonly { readonly guide: GuideKey; readonly pictures: readonly PictureKey[] }[] = [
  { guide: 'takeVisitAlong', pictures: ['take', 'write', 'gate'] },
  { guide: 'phoneTexts', pictures: ['placed', 'waits', 'back'] },
]
export const picturesOf = (guide: GuideKey): readonly PictureKey[] =>
  PICTURES.filter((one) => one.guide === guide).flatMap(({ pictures }) => pictures)

const Phone = ({ x, children }: { x: number; children?: ReactNode }) => (
  <g transform={`translate(${x} 10)`}>
    <rect x="1" y="1" width="46" height="78" rx="7" />
    <path d="M20 73h8" />
    {children}
  </g>
)
const Lines = ({ y = 0 }: { y?: number }) => <path d={`M9 ${y + 18}h30M9 ${y + 28}h30M9 ${y + 38}h20`} />
const Arrow = ({ x, y = 50, back = false }: { x: number; y?: number; back?: boolean }) => (
  <path
    className="text-accent"
    d={back ? `M${x + 26} ${y}h-26m8-8l-8 8 8 8` : `M${x} ${y}h26m-8-8l8 8-8 8`}
    strokeWidth="3"
  />
)
/** A sealed text. */
const Envelope = ({ x, y }: { x: number; y: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <path d="M0 0h34v24H0zM0 0l17 14L34 0" />
    <circle cx="17" cy="15" r="5" className="fill-accent text-accent" />
  </g>
)
const Lock = ({ x, y }: { x: number; y: number }) => (
  <path transform={`translate(${x} ${y})`} d="M0 9h20v15H0zM4 9V5a6 6 0 0 1 12 0v4M10 15v4" />
)
const Folder = ({ x }: { x: number }) => <path d={`M${x} 32v44h52V38H${x + 24}l-6-6z`} />
const Person = ({ x, y = 0 }: { x: number; y?: number }) => (
  <g transform={`translate(${x} ${y})`}>
    <circle cx="16" cy="38" r="9" />
    <path d="M0 74c0-22 32-22 32 0z" />
  </g>
)

const DRAWN: Readonly<Record<PictureKey, ReactNode>> = {
  take: (
    <>
      <path d="M14 24h46v52H14zM14 38h46M26 16v14M48 16v14M24 50h26M24 62h16" />
      <Arrow x={72} />
      <Phone x={108}>
        <Lines />
      </Phone>
    </>
  ),
  write: (
    <>
      <Phone x={20}>
        <Lines />
        <path d="M40 62l18-26 7 5-18 26-9 4z" className="fill-surface" />
      </Phone>
      <Arrow x={90} />
      <Envelope x={122} y={38} />
    </>
  ),
  gate: (
    <>
      <Phone x={24}>
        <Lock x={14} y={26} />
      </Phone>
      <path d="M96 88V22h64v66M96 34h64M112 34v54M128 34v54M144 34v54" />
    </>
  ),
  placed: (
    <>
      <Envelope x={14} y={42} />
      <Arrow x={60} y={54} />
      <Folder x={104} />
      <path className="text-done" d="M118 58l8 9 16-18" strokeWidth="3" />
    </>
  ),
  waits: (
    <>
      <Envelope x={14} y={42} />
      <Arrow x={60} y={54} />
      <Person x={100} />
      <circle cx="152" cy="38" r="11" />
      <path d="M152 31v8h6" />
    </>
  ),
  back: (
    <>
      <Person x={14} />
      <Arrow x={60} y={54} back />
      <path d="M108 26h38v54h-38zM116 40h22M116 50h22M116 60h12" />
      <path className="text-danger" d="M152 28v14M152 48v1" strokeWidth="3" />
    </>
  ),
}

/** Drawn in lines of the colour of text: in both themes, without a file of its own. */
export const Picture = ({ of, words }: { of: PictureKey; words: { name: string; shows: string } }) => (
  <figure className="grid w-44 justify-items-center gap-1 rounded border border-hair bg-surface px-2 py-3">
    <svg
      viewBox="0 0 176 100"
      role="img"
      aria-label={words.shows}
      className="h-25 w-40 text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {DRAWN[of]}
    </svg>
    <figcaption className="text-center text-sm text-muted">{words.name}</figcaption>
  </figure>
)
