import { useFormatter, useTranslations } from 'next-intl'
import { DETAILS, type Detail, detailOf, type Level, PIECES, type Piece } from '@/lib/summaries/level.rules'

const isPiece = (key: string): key is Piece => key in PIECES
const ALL = Object.keys(PIECES).filter(isPiece)

/** What a level shows, makes coarser and takes away, as the table of levels has it: no one keeps a second list. */
export const LevelTable = ({ level }: { level: Level }) => {
  const t = useTranslations('summaries')
  const format = useFormatter()
  const of = (detail: Detail): string =>
    format.list([
      ...new Set(
        ALL.filter((piece) => detailOf(piece, level) === detail).map((piece) => t(`piece.${piece}`)),
      ),
    ])
  return (
    <div className="my-3 grid gap-2">
      <p>{t(`levelWhat.${level}`)}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline">
          {t('levelHow')}
        </summary>
        <dl className="grid gap-2 text-sm">
          {[...DETAILS.codes].reverse().map((detail) => (
            <div key={detail}>
              <dt className="font-semibold">{t(`detail.${detail}`)}</dt>
              <dd>{of(detail) || t('detailNone')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
