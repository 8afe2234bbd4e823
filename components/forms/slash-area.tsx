'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlClass, controlDefaults, Field, type FieldProps, useField, useTyped } from './field'
import type { SlashCommand } from './slash.rules'
import { useSlash } from './use-slash'

/**
 * Several lines in which "/" at the start of one offers commands: a text field with a list of suggestions, by keyboard,
 * touch and screen reader. Anyone who does not want the list goes on typing.
 */
export const SlashArea = ({
  name,
  label,
  hint,
  isLow,
  area,
  commands,
  onCommand,
}: FieldProps & {
  /** One line, as long as no one writes. */
  isLow: boolean
  area: RefObject<HTMLTextAreaElement | null>
  commands: readonly SlashCommand[]
  /** After the word of the command has been taken out of the text. */
  onCommand: (id: string) => void
}) => {
  const t = useTranslations('forms')
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const list = useId()
  const slash = useSlash(area, commands, onCommand)
  const { ref, onChange, onBlur, ...field } = useTyped(name)
  const optionId = (index: number): string => `${list}-${index}`
  const chosen = slash.chosen === -1 ? null : optionId(slash.chosen)
  useEffect(() => {
    // The list may be longer than what is left of the window.
    if (chosen !== null) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <Field label={label} facts={facts} {...(hint ? { hint } : {})}>
      <div className="relative grid">
        <textarea
          id={facts.id}
          rows={isLow ? 1 : 3}
          dir="auto"
          className={controlClass('field-sizing-content w-full leading-6', isLow ? 'min-h-11' : 'min-h-24')}
          {...controlDefaults(facts)}
          aria-autocomplete="list"
          {...(slash.isOpen ? { 'aria-controls': list } : {})}
          {...(chosen === null ? {} : { 'aria-activedescendant': chosen })}
          ref={(element) => {
            area.current = element
            ref(element)
          }}
          onChange={(event) => {
            void onChange(event)
            slash.typed()
          }}
          onBlur={(event) => {
            void onBlur(event)
            slash.close()
          }}
          onKeyDown={slash.pressed}
          {...field}
        />
        <span role="status" className="sr-only">
          {slash.isOpen ? t('slash.offered', { count: slash.offered.length }) : ''}
        </span>
        {slash.isOpen ? (
          <div
            id={list}
            role="listbox"
            aria-label={t('slash.list')}
            className="absolute inset-x-0 top-full z-20 mt-1 rounded border border-edge bg-surface py-1 shadow-lg"
          >
            {slash.offered.map(({ id, words: [word = ''], label: words }, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text field, which keeps the focus
              <div
                key={id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === slash.chosen}
                className={classNames(
                  'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-1 sm:min-h-9',
                  index === slash.chosen ? 'bg-accent text-accent-ink' : 'hover:bg-accent-soft',
                )}
                // The focus stays in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => slash.run(index)}
              >
                <span className="code font-semibold">/{word}</span>
                <span>{words}</span>
              </div>
            ))}
          </div>
        ) : null}
      </div>
    </Field>
  )
}
