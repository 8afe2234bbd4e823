import { classNames } from '@/components/ui/class-names'
import { type Column, Table } from '@/components/ui/table'
import type { Piece } from '@/lib/summaries/level.rules'
import type { Item, Part, ShownValue } from '@/lib/summaries/redact.rules'
import type { SheetLabels } from './summary-labels'

type Props = { readonly labels: SheetLabels }

/** One section of a sheet: what belongs together as a card, what happened as rows of a table. Blocks, which break well on paper. */
export const SheetPart = ({
  part: { section, items },
  labels: words,
}: { part: Part<ShownValue> } & Props) => {
  const { t } = words
  const heading = `part-${section}`
  const cards = items.filter(({ as }) => as === 'facts')
  const rows = items.filter(({ as }) => as === 'row')
  return (
    <section aria-labelledby={heading} className="mt-6">
      <h2 id={heading} className="mb-2 border-b border-edge">
        {t(`section.${section}`)}
      </h2>
      {items.length === 0 ? <p>{t('nothing')}</p> : null}
      {cards.map(({ facts }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is never reordered and its cards bear no id
        <Card key={index} facts={facts} labels={words} />
      ))}
      {rows.length === 0 ? null : <Rows rows={rows} caption={t(`section.${section}`)} labels={words} />}
    </section>
  )
}

const Lines = ({ facts, labels: words }: { facts: readonly ShownValue[] } & Props) =>
  facts
    .flatMap(({ value }) => [words.say(value)].flat().map((line) => ({ line, kind: value.kind })))
    .map(({ line, kind }, index) => (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, never reordered
        key={index}
        dir="auto"
        className={classNames(
          'block whitespace-pre-line',
          kind === 'day' || kind === 'when' ? 'sm:whitespace-nowrap' : 'wrap-anywhere',
        )}
      >
        {line}
      </span>
    ))

const piecesOf = (facts: readonly ShownValue[]): readonly Piece[] => [
  ...new Set(facts.map(({ piece }) => piece)),
]

const Card = ({ facts, labels: words }: { facts: readonly ShownValue[] } & Props) => (
  <dl
    data-print="whole"
    className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr] print:grid-cols-[30%_1fr] [&+dl]:mt-3 [&+dl]:border-t [&+dl]:border-hair [&+dl]:pt-3"
  >
    {piecesOf(facts).map((piece) => (
      <div key={piece} className="contents">
        <dt className="text-muted max-sm:mt-1">{words.t(`piece.${piece}`)}</dt>
        <dd className="min-w-0">
          <Lines facts={facts.filter((one) => one.piece === piece)} labels={words} />
        </dd>
      </div>
    ))}
  </dl>
)

type Row = { readonly key: string; readonly facts: readonly ShownValue[] }

const Rows = ({
  rows,
  caption,
  labels: words,
}: { rows: readonly Item<ShownValue>[]; caption: string } & Props) => {
  const pieces = piecesOf(rows.flatMap(({ facts }) => facts))
  return (
    <div className="mt-3 print:[&_table]:text-base">
      <Table
        caption={caption}
        rows={rows.map(({ facts }, index): Row => ({ key: String(index), facts }))}
        rowKey={({ key }) => key}
        columns={pieces.map(
          (piece): Column<Row> => ({
            key: piece,
            head: words.t(`piece.${piece}`),
            cell: ({ facts }) => <Lines facts={facts.filter((one) => one.piece === piece)} labels={words} />,
          }),
        )}
      />
    </div>
  )
}
