import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Offer } from './use-offers'

const GROUP = { page: 'pages', person: 'people', all: 'people', entry: 'country' } as const

/** Offers as they stand, cut where the group changes. */
const inGroups = (offers: readonly Offer[]) => {
  const names = [...new Set(offers.map(({ kind }) => GROUP[kind]))]
  return names.map((name) => ({ name, own: offers.filter(({ kind }) => GROUP[kind] === name) }))
}

type Props = {
  readonly id: string
  readonly offers: readonly Offer[]
  readonly chosenId: string | null
  readonly onChoose: (offer: Offer) => void
}

/** What the palette offers, in groups. The keys belong to the line above, which keeps the focus. */
export const PaletteList = ({ id, offers, chosenId, onChoose }: Props) => {
  const t = useTranslations('palette')
  useEffect(() => {
    if (chosenId !== null) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('list')}
      className="-mx-2 min-h-0 overflow-y-auto overscroll-contain border-t border-hair px-2"
    >
      {inGroups(offers).map(({ name, own }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
        <div key={name} role="group" aria-labelledby={`${id}-${name}`} className="py-1.5">
          <p id={`${id}-${name}`} role="presentation" className="px-2 py-1 text-sm font-semibold text-muted">
            {t(`group.${name}`)}
          </p>
          {own.map((offer) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text field, which keeps the focus
            <div
              key={offer.id}
              id={offer.id}
              role="option"
              tabIndex={-1}
              aria-selected={offer.id === chosenId}
              className={classNames(
                'grid min-h-11 cursor-pointer content-center rounded px-2 py-1',
                offer.id === chosenId ? 'bg-accent text-accent-ink' : 'hover:bg-accent-soft',
              )}
              // The focus stays in the line.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(offer)}
            >
              <span className="break-words">
                {offer.kind === 'person' ? (
                  <bdi translate="no" className="font-semibold">
                    {offer.name}
                  </bdi>
                ) : (
                  offer.name
                )}
                {offer.code === null ? null : <span className="code text-sm"> {offer.code}</span>}
              </span>
              {offer.line === null ? null : (
                <span className={classNames('text-sm break-words', offer.id !== chosenId && 'text-muted')}>
                  {offer.line}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
