import { HEIGHT, readStrokes, toPath, WIDTH } from '@/lib/consents/signature.rules'

/** The lines of a signature; nothing where there is none. What is around them says what they are. */
export const SignatureLines = ({ drawing }: { drawing: string }) => {
  const strokes = readStrokes(drawing)
  return strokes === null ? null : (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="size-full">
      <path
        d={toPath(strokes)}
        fill="none"
        stroke="currentColor"
        strokeWidth={4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** A signature that was drawn on screen. */
export const SignatureDrawing = ({ drawing, label }: { drawing: string; label: string }) =>
  drawing === '' ? null : (
    <span role="img" aria-label={label} className="block aspect-3/1 w-full max-w-60">
      <SignatureLines drawing={drawing} />
    </span>
  )
