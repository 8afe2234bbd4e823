'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Command, KeySetting } from '@/lib/reviews/key.rules'
import { keepKeys } from './keep-keys'

const DECIDE = ['fine', 'act', 'ask', 'close'] as const
const MOVE = ['back', 'next'] as const

/** A key as it is printed on a button; phones have none. */
const Key = ({ children }: { children: string }) => (
  <span
    aria-hidden="true"
    className="rounded-sm border border-current px-1.5 font-sans text-sm leading-5 opacity-90 max-lg:hidden"
  >
    {children}
  </span>
)

type Props = {
  readonly keys: KeySetting
  readonly onKeys: (keys: KeySetting) => void
  readonly onCommand: (command: Command) => void
  readonly canUndo: boolean
  readonly isFinished: boolean
}

/** What may be said of a file, each with its key. */
export const DecisionBar = ({ keys, onKeys, onCommand, canUndo, isFinished }: Props) => {
  const t = useTranslations('reviews')
  const keyOf = (command: Command) =>
    keys.isOn
      ? { key: <Key>{keys.keys[command]}</Key>, aria: { 'aria-keyshortcuts': keys.keys[command] } }
      : { key: null, aria: {} }
  const button = (command: Command, kind: 'primary' | 'quiet' | 'plain') => {
    const more = kind === 'plain' ? 'px-2 text-dense' : 'max-lg:px-2 max-lg:text-dense lg:px-3'
    const { key, aria } = keyOf(command)
    return (
      <Button key={command} kind={kind} className={more} onClick={() => onCommand(command)} {...aria}>
        {key}
        {t(`command.${command}`)}
      </Button>
    )
  }
  const turnOn = (): void => {
    const setting = { ...keys, isOn: true }
    onKeys(setting)
    keepKeys(setting)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      {isFinished ? (
        <p className="text-muted">{t('finished')}</p>
      ) : (
        <div className="grid grow grid-cols-2 gap-2 lg:flex">
          {DECIDE.map((command) => button(command, command === 'fine' ? 'primary' : 'quiet'))}
        </div>
      )}
      <div className="flex flex-wrap items-center max-lg:w-full max-lg:justify-between">
        {canUndo ? button('undo', 'plain') : null}
        {MOVE.map((command) => button(command, 'plain'))}
        {keys.isOn || isFinished ? null : (
          <Button kind="plain" className="px-2 text-dense max-lg:hidden" onClick={() => turnOn()}>
            {t('keys.turnOn')}
          </Button>
        )}
      </div>
    </div>
  )
}
