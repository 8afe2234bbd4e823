/**
 * Matters beside the procedure: a return that someone wants, a nationality, statelessness. No rule of the clocks counts anything
 * here: no period for them was found in a source, so nothing is computed.
 */

import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const MATTERS = vocabulary('asylum.matters', [
  'voluntary_return',
  'declaration',
  'naturalisation',
  'recovery',
  'statelessness',
])
export type Matter = CodeOf<typeof MATTERS>

const RETURN_STEPS = vocabulary('asylum.return-steps', [
  'informed',
  'counselled',
  'applied',
  'planned',
  'left',
  'withdrawn',
  'cancelled',
])
const STATUS_STEPS = vocabulary('asylum.status-steps', [
  'informed',
  'filed',
  'refused',
  'appealed',
  'acquired',
  'withdrawn',
])
export const STEPS = vocabulary('asylum.steps', [
  'informed',
  'counselled',
  'applied',
  'planned',
  'left',
  'filed',
  'refused',
  'appealed',
  'acquired',
  'withdrawn',
  'cancelled',
])
export type Step = CodeOf<typeof STEPS>

/** What can happen in a matter. */
export const stepsOf = (matter: Matter): readonly Step[] =>
  matter === 'voluntary_return' ? RETURN_STEPS.codes : STATUS_STEPS.codes

export const PROGRAMMES = vocabulary('asylum.programmes', ['fedasil', 'iom', 'own_means'])

/** What makes us doubt that a return is voluntary: our own list. Health is no code here; it belongs to the words. */
export const DOUBTS = vocabulary('asylum.doubts', [
  'held',
  'removal_threatened',
  'no_shelter',
  'procedure_open',
  'not_understood',
  'told_wrong',
  'in_haste',
  'pressed',
  'minor_alone',
  'afraid',
])

/** A departure is planned for a day to come; everything else has happened. */
export const isPlan = (step: Step): boolean => step === 'planned'
