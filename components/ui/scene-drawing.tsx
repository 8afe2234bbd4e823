import type { Scene, Shape, Tone } from '@/lib/countries/drawing/scene.rules'

// Fills differ in grey too: full, half, hatched, light with an edge, empty with an edge.
const BOXES: Readonly<Record<Tone, string>> = {
  full: 'fill-accent',
  half: 'fill-accent-half',
  light: 'fill-accent-soft stroke-accent',
  hatch: 'stroke-accent',
  empty: 'fill-sunken stroke-edge',
  ink: 'fill-ink',
  muted: 'fill-muted',
  edge: 'fill-edge',
  hair: 'fill-hair',
}
const LINES: Readonly<Record<Tone, string>> = {
  full: 'stroke-accent',
  half: 'stroke-accent-half',
  light: 'stroke-accent',
  hatch: 'stroke-accent',
  empty: 'stroke-edge',
  ink: 'stroke-ink',
  muted: 'stroke-muted',
  edge: 'stroke-edge',
  hair: 'stroke-hair',
}

/**
 * A scene on the page: no script, letters of one size at every width, in the colours of the theme. Without a label it is part of a
 * picture that has one.
 */
export const SceneDrawing = ({ id, scene, label }: { id: string; scene: Scene; label: string | null }) => {
  const { width, height, shapes } = scene
  const hatch = `hatch-${id}`
  return (
    <svg
      width={width ?? '100%'}
      height={height}
      role={label === null ? undefined : 'img'}
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
      className="num max-w-full overflow-visible font-sans"
    >
      {shapes.some((shape) => shape.kind === 'box' && shape.tone === 'hatch') ? (
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" className="fill-surface" />
            <rect width="3" height="7" className="fill-accent" />
          </pattern>
        </defs>
      ) : null}
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and never change their order
        <OneShape key={index} shape={shape} unit={width === null ? '%' : ''} hatch={hatch} />
      ))}
    </svg>
  )
}

const OneShape = ({ shape, unit, hatch }: { shape: Shape; unit: string; hatch: string }) => {
  const at = (place: number): string => `${Math.round(place * 100) / 100}${unit}`
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={at(shape.x)}
          y={shape.y}
          width={shape.isSwatch ? shape.width : at(shape.width)}
          height={shape.height}
          className={BOXES[shape.tone]}
          {...(shape.tone === 'hatch' ? { fill: `url(#${hatch})` } : {})}
        />
      )
    case 'line':
      return (
        <line
          x1={at(shape.x1)}
          x2={at(shape.x2)}
          y1={shape.y1}
          y2={shape.y2}
          strokeWidth={shape.weight}
          className={LINES[shape.tone]}
        />
      )
    case 'dot':
      return <circle cx={at(shape.x)} cy={shape.y} r={shape.r} className={BOXES[shape.tone]} />
    case 'words':
      return (
        <text
          x={at(shape.x)}
          {...(shape.dx === 0 ? {} : { dx: shape.dx })}
          y={shape.y}
          fontSize={shape.size}
          {...(shape.isStrong ? { fontWeight: 600 } : {})}
          {...(shape.anchor === 'start' ? {} : { textAnchor: shape.anchor })}
          className={BOXES[shape.tone]}
        >
          {shape.text}
        </text>
      )
  }
}
