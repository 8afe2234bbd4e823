import { Blanks, Handout, inFigures, OwnFoot } from '@/components/ui/handout'
import type { Numbers } from '@/lib/sheets/content.data'
import { piecesOf } from '@/lib/sheets/number.rules'
import { SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'
import type { SheetPageData } from '@/lib/sheets/sheets-page.data'

/** A line with its numbers, each in its own direction. What no one knows is a line to write on. */
const Line = ({ text, numbers }: { text: string; numbers: Numbers }) =>
  piecesOf(text).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line are never reordered
    <span key={index}>
      {typeof piece === 'string' ? (
        piece
      ) : (
        <bdi dir="ltr" className="num font-semibold whitespace-nowrap">
          {numbers[`${piece.kind}:${piece.key}`]?.text ?? '________'}
        </bdi>
      )}
    </span>
  ))

/** When and where someone has to be, elsewhere. */
const Appointment = ({
  on,
  startsAt,
  endsAt,
  where,
  words,
}: SheetPageData['next'][number] & { words: SheetPageData['words'] }) => (
  <>
    {words.day}{' '}
    <bdi dir="ltr" className="num font-semibold">
      {inFigures(on)}
    </bdi>
    {startsAt === null ? null : (
      <>
        {' · '}
        {words.hour}{' '}
        <bdi dir="ltr" className="num font-semibold">
          {endsAt === null ? startsAt : `${startsAt}–${endsAt}`}
        </bdi>
      </>
    )}
    {where.length === 0 ? null : (
      <>
        {' · '}
        {words.place} <bdi className="font-semibold wrap-anywhere">{where.join(', ')}</bdi>
      </>
    )}
  </>
)

/** One sheet of A4 in the language of whom it is for. */
export const SheetPaper = ({
  data: { language, content, words, numbers, name, next, own },
}: {
  data: SheetPageData
}) => {
  const { dir, isOurs } = SHEET_LANGUAGES[language]
  const read = Object.values(numbers)
    .map(({ readOn }) => readOn)
    .sort()[0]
  const [before = '', after = ''] = words.numbers.split('{day}')
  return (
    <Handout lang={language} dir={dir}>
      <h1>{content.title}</h1>
      {name === '' ? null : (
        <p className="mt-1">
          {words.person}{' '}
          <bdi dir="auto" translate="no" className="font-semibold">
            {name}
          </bdi>
        </p>
      )}
      {content.parts.map(({ heading, lines }) => (
        <section key={heading} className="mt-4">
          <h2>{heading}</h2>
          <ul className="mt-1 grid list-disc gap-1 ps-6">
            {lines.map((line) => (
              <li key={line}>
                <Line text={line} numbers={numbers} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Blanks labels={[words.day, words.hour, words.place, words.contact, words.telephone]} />
      {next.length === 0 ? null : (
        <section className="mt-4">
          <h2>{words.others}</h2>
          <ul className="mt-1 grid list-disc gap-1 ps-6">
            {next.map((one) => (
              <li key={one.id}>
                <Appointment {...one} words={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <OwnFoot {...own} />
      <p data-small className="mt-3 text-sm text-muted">
        {isOurs ? null : <span className="block">{words.toCheck}</span>}
        {read === undefined ? null : (
          <span className="block">
            {before}
            <bdi dir="ltr" className="num">
              {inFigures(read)}
            </bdi>
            {after}
          </span>
        )}
      </p>
    </Handout>
  )
}
