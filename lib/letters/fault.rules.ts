import { vocabulary } from '@/lib/shared/vocabulary'

/** Why a template is refused. Each has a sentence that says what to do (messages: letters.fault). */
export const FAULTS = vocabulary('letters.faults', [
  'empty',
  'tooLarge',
  'oldOrLocked',
  'notDocx',
  'broken',
  'bomb',
  'locked',
  'macros',
  'templateFile',
  'strict',
  'objects',
  'links',
  'chunk',
  'part',
  'picture',
  'xml',
  'entities',
  'fields',
  'changes',
  'comments',
  'mailMerge',
  'tagOpen',
  'tagClose',
  'tagForm',
  'tagPlace',
  'tagsTooMany',
  'loopNotClosed',
  'loopNotOpened',
  'loopCrossed',
  'loopNested',
  'loopEmpty',
  'loopPlace',
  'tagUnknown',
  'tagInLoop',
  'loopUnknown',
  'tagIsLoop',
  'tagLevel',
  'tagNever',
])
export type FaultCode = (typeof FAULTS.codes)[number]
/** `of`: the tag, field or part it is about. `near`: the known name that it looks like. */
export type Fault = { readonly code: FaultCode; readonly of: string; readonly near: string }
export const fault = (code: FaultCode, of = '', near = ''): Fault => ({ code, of, near })
