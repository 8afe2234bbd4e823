'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { insertText } from './insert-text'
import { exactIndex, findSlash, matchCommands, type Slash, type SlashCommand } from './slash.rules'

const KEYS = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']

/**
 * Commands after a slash at the start of a line. Until one is chosen every key does what it always does; Escape leaves the
 * slash as text, and it is not asked about again.
 */
export const useSlash = (
  area: RefObject<HTMLTextAreaElement | null>,
  commands: readonly SlashCommand[],
  onCommand: (id: string) => void,
) => {
  const [slash, setSlash] = useState<Slash | null>(null)
  const [chosen, setChosen] = useState(-1)
  const [refused, setRefused] = useState<number | null>(null)
  const offered = slash === null ? [] : matchCommands(commands, slash.word)
  const isOpen = slash !== null && offered.length > 0

  const close = (): void => setSlash(null)
  const run = (index: number): void => {
    const [command, element] = [offered[index], area.current]
    if (command === undefined || slash === null || element === null) return
    element.setSelectionRange(slash.start, slash.start + slash.word.length + 1)
    insertText(element, '')
    close()
    onCommand(command.id)
  }
  return {
    isOpen,
    offered,
    chosen: isOpen ? chosen : -1,
    run,
    close,
    typed: (): void => {
      const element = area.current
      const found =
        element === null || element.selectionStart !== element.selectionEnd
          ? null
          : findSlash(element.value, element.selectionEnd)
      if (found === null) setRefused(null)
      const isAsked = found !== null && found.start !== refused
      setSlash(isAsked ? found : null)
      if (isAsked) setChosen(exactIndex(matchCommands(commands, found.word), found.word))
    },
    pressed: (event: KeyboardEvent): void => {
      if (!isOpen || !KEYS.includes(event.key) || event.nativeEvent.isComposing) return
      const { key } = event
      if (key === 'Escape') {
        setRefused(slash.start)
        close()
      } else if (key === 'ArrowDown') setChosen((chosen + 1) % offered.length)
      else if (key === 'ArrowUp') setChosen(chosen <= 0 ? offered.length - 1 : chosen - 1)
      else if (chosen === -1 || event.shiftKey) {
        // Nothing is chosen: a new line is a new line, and Tab goes on.
        close()
        return
      } else run(chosen)
      event.preventDefault()
    },
  }
}
