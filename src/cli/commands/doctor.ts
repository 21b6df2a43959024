import { doctor } from '../../app/setup/doctor.ts';
import type { Ports } from '../../app/ports.ts';
import type { DoctorAnswer } from '../../core/schemas/types.ts';
import { checksOf, doctorText } from '../../present/setup/doctor.ts';
import type { Input, Reply, Screen } from '../command.ts';

export async function run(ports: Ports, input: Input, screen: Screen): Promise<Reply> {
  const checks = checksOf(await doctor(ports, input.as), screen);
  const data: DoctorAnswer = { checks: checks.map((check) => ({ ...check })) };
  return { exit: checks.some(({ state }) => state === 'broken') ? 1 : 0, text: doctorText(checks, screen), data };
}
