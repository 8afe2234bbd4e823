import { useTranslations } from 'next-intl'
import { useLayoutEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { CONSONANTS, SYLLABLES, VOWELS } from '@/lib/device/code.rules'

const LENGTH = SYLLABLES * 2

const Key = ({ letter, onPress, isOff }: { letter: string; onPress: () => void; isOff: boolean }) => (
  <button
    type="button"
    disabled={isOff}
    onClick={onPress}
    className="min-h-12 rounded border border-accent-edge bg-surface font-semibold text-accent disabled:border-hair disabled:bg-transparent disabled:text-muted"
  >
    {letter}
  </button>
)

/**
 * Keys of our own for the code of a phone: a keyboard of the device learns what is typed. A consonant and a vowel in turn, so that what can be
 * pressed is always what comes next. What was pressed stands there as dots.
 */
export const CodePad = ({
  label,
  isBusy,
  onWhole,
}: {
  label: string
  isBusy: boolean
  onWhole: (code: string) => void
}) => {
  const t = useTranslations('offline.code')
  const [typed, setTyped] = useState('')
  const wantsVowel = typed.length % 2 === 1
  const letters: readonly string[] = wantsVowel ? VOWELS : CONSONANTS
  const press = (letter: string): void => {
    if (isBusy || !letters.includes(letter)) return
    const next = typed + letter
    setTyped(next.length === LENGTH ? '' : next)
    if (next.length === LENGTH) onWhole(next)
  }
  const takeBack = (): void => setTyped(typed.slice(0, -1))
  // Before the pad is seen: a letter that is typed at once counts.
  useLayoutEffect(() => {
    const type = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Backspace') takeBack()
      else press(event.key.toLowerCase())
    }
    addEventListener('keydown', type)
    return () => removeEventListener('keydown', type)
  })
  return (
    <fieldset aria-label={label} className="grid max-w-sm gap-3">
      <p className="flex gap-2" role="status">
        <span className="sr-only">{t('typed', { count: typed.length, all: LENGTH })}</span>
        {Array.from({ length: LENGTH }, (_, place) => place).map((place) => (
          <span
            key={place}
            aria-hidden="true"
            className={classNames(
              'size-3 rounded-full border border-edge',
              place < typed.length ? 'bg-accent' : null,
              place % 2 === 1 ? 'me-1.5' : null,
            )}
          />
        ))}
      </p>
      <div className="grid grid-cols-6 gap-2">
        {CONSONANTS.map((letter) => (
          <Key key={letter} letter={letter} isOff={wantsVowel || isBusy} onPress={() => press(letter)} />
        ))}
      </div>
      <div className="grid grid-cols-5 gap-2">
        {VOWELS.map((letter) => (
          <Key key={letter} letter={letter} isOff={!wantsVowel || isBusy} onPress={() => press(letter)} />
        ))}
      </div>
      <p>
        <Button kind="quiet" size="small" aria-disabled={typed === ''} onClick={takeBack}>
          {t('back')}
        </Button>
      </p>
    </fieldset>
  )
}
