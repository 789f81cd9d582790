// The registry's closed lists as a reader meets them: status, ages, sex, phase.
import { plural } from "@studydesk/domain/plural";
import type { AgeUnit, StudyAge, StudyPhase } from "@studydesk/domain/studies/imported-study";
import type { RegistryTexts } from "../en/registry";

const phaseNames: Record<StudyPhase, string> = {
  NA: "no aplicable",
  EARLY_PHASE1: "1 temprana",
  PHASE1: "1",
  PHASE2: "2",
  PHASE3: "3",
  PHASE4: "4",
};

const unitNames: Record<AgeUnit, { one: string; other: string }> = {
  years: { one: "año", other: "años" },
  months: { one: "mes", other: "meses" },
  weeks: { one: "semana", other: "semanas" },
  days: { one: "día", other: "días" },
  hours: { one: "hora", other: "horas" },
  minutes: { one: "minuto", other: "minutos" },
};

const withUnit = ({ value, unit }: StudyAge) =>
  plural("es", value, {
    one: `# ${unitNames[unit].one}`,
    other: `# ${unitNames[unit].other}`,
  });
const and = new Intl.ListFormat("es");

const phases = (of: readonly StudyPhase[]) =>
  and.format(of.map((phase) => phaseNames[phase])) || phaseNames.NA;

export const registry: RegistryTexts = {
  statuses: {
    NOT_YET_RECRUITING: "Aún no busca participantes",
    RECRUITING: "Busca participantes",
    ENROLLING_BY_INVITATION: "Solo por invitación",
    ACTIVE_NOT_RECRUITING: "En marcha, ya no busca participantes",
    COMPLETED: "Terminado",
    SUSPENDED: "En pausa",
    TERMINATED: "Interrumpido antes de tiempo",
    WITHDRAWN: "Cancelado antes de empezar",
    AVAILABLE: "Tratamiento disponible fuera de un estudio",
    NO_LONGER_AVAILABLE: "El tratamiento ya no está disponible",
    TEMPORARILY_NOT_AVAILABLE: "El tratamiento no está disponible por ahora",
    APPROVED_FOR_MARKETING: "Tratamiento aprobado",
    WITHHELD: "Datos no publicados",
    UNKNOWN: "Estado desconocido",
  },
  sexes: { ALL: "Cualquier sexo", FEMALE: "Mujeres", MALE: "Hombres" },
  phaseTag: (of) => `Fase: ${phases(of)}`,
  phases,
  ages(minimum, maximum) {
    if (minimum && maximum) {
      if (minimum.unit !== maximum.unit) return `de ${withUnit(minimum)} a ${withUnit(maximum)}`;
      if (minimum.value === maximum.value) return withUnit(minimum);
      return `de ${minimum.value} a ${withUnit(maximum)}`;
    }
    if (minimum) return `${withUnit(minimum)} o más`;
    return maximum ? `hasta ${withUnit(maximum)}` : "cualquier edad";
  },
};
