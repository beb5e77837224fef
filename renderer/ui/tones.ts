import type { Theme } from '@mui/material/styles'

export type Tone = 'good' | 'notice' | 'bad' | 'waiting' | 'quiet'

type Colours = { text: string; background: string }

/** Text on its background is at least 4.5 : 1 in every pair (`tones.test.ts` counts it). */
export const tones: Record<'light' | 'dark', Record<Tone, Colours>> = {
  light: {
    good: { text: '#0b6141', background: '#e3f4ec' },
    notice: { text: '#7a4a00', background: '#fdf0d5' },
    bad: { text: '#a3212b', background: '#fdeaea' },
    waiting: { text: '#2b4c9b', background: '#e8eefb' },
    quiet: { text: '#4d5564', background: '#eceef2' },
  },
  dark: {
    good: { text: '#7ddcb0', background: '#123528' },
    notice: { text: '#f2c46d', background: '#3a2c10' },
    bad: { text: '#ff9d9d', background: '#42191d' },
    waiting: { text: '#a9c1ff', background: '#1d2b4f' },
    quiet: { text: '#b7bfcc', background: '#2a303b' },
  },
}

export const toneColours = (theme: Theme, tone: Tone): Colours => tones[theme.palette.mode][tone]
