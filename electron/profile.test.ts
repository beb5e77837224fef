import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeDemoFolder } from './demo-folder'
import { openProfile } from './profile'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'keyward-profile-'))
})

const open = (profile: string) => openProfile({ demo: false, profile, port: null }, '/nowhere')
const modeOf = (folder: string) => statSync(folder).mode & 0o777

describe('a profile', () => {
  it('is made, for its owner alone', () => {
    const folder = join(place, 'new')
    expect(open(folder)).toMatchObject({ folder, problem: null, demo: false })
    expect(modeOf(folder)).toBe(0o700)
  })

  it('that Keyward made is closed to others again', () => {
    writeFileSync(join(place, 'registry.db'), '')
    chmodSync(place, 0o755)
    expect(open(place).problem).toBeNull()
    expect(modeOf(place)).toBe(0o700)
  })

  it('is no folder with other things in it, which stays as it is', () => {
    writeFileSync(join(place, 'holiday.jpg'), '')
    chmodSync(place, 0o755)
    const refused = open(place)
    expect(refused.problem).toBe('profile_not_empty')
    expect(modeOf(place)).toBe(0o755)
    expect(readdirSync(place)).toEqual(['holiday.jpg'])
    expect(refused.chromiumFolder.startsWith(place)).toBe(false)
    refused.discard()
    expect(existsSync(refused.chromiumFolder)).toBe(false)
  })

  it('may be a folder that holds hidden files only', () => {
    writeFileSync(join(place, '.DS_Store'), '')
    expect(open(place).problem).toBeNull()
  })

  it('is no file', () => {
    writeFileSync(join(place, 'file'), 'mine')
    expect(open(join(place, 'file')).problem).toBe('profile_not_writable')
  })

  it('of a demo is a fresh folder that goes with it', () => {
    const demo = openProfile({ demo: true, profile: null, port: null }, place)
    expect(demo).toMatchObject({ demo: true, problem: null })
    expect(demo.folder.startsWith(place)).toBe(false)
    demo.discard()
    expect(existsSync(demo.folder)).toBe(false)
  })
})

describe('folders of demos that were killed', () => {
  it('are cleared by the next demo; those of running ones are not', () => {
    const dead = join(place, 'keyward-demo-dead')
    const alive = join(place, 'keyward-demo-alive')
    const foreign = join(place, 'keyward-demo-foreign')
    for (const folder of [dead, alive, foreign]) mkdirSync(folder)
    writeFileSync(join(dead, 'owner'), '4194999')
    writeFileSync(join(alive, 'owner'), String(process.pid))
    const made = makeDemoFolder(place)
    expect([dead, alive, foreign, made].map((folder) => existsSync(folder))).toEqual([
      false,
      true,
      true,
      true,
    ])
  })
})
