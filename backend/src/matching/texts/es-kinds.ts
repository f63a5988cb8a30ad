/** Kinds of help as they stand inside a Spanish sentence. */
export const KINDS: Readonly<Record<string, string>> = {
  'individual-therapy': 'consejería o terapia individual', cbt: 'terapia cognitivo-conductual', dbt: 'terapia dialéctica conductual',
  'trauma-therapy': 'terapia del trauma (como EMDR)', 'child-therapy': 'terapia para la niñez', 'arts-activity': 'terapia con arte, música y actividades',
  'family-therapy': 'terapia familiar o de pareja', 'group-therapy': 'terapia de grupo', 'support-group': 'grupo de apoyo', 'twelve-step': 'reunión de doce pasos',
  'family-group': 'grupo para familias', 'peer-support': 'apoyo entre pares (experiencia vivida)', 'recovery-coaching': 'guía de recuperación',
  'peer-respite': 'casa de descanso entre pares', 'family-peer': 'apoyo de otras familias', warmline: 'línea de compañía', psychiatry: 'psiquiatría y medicinas',
  'long-acting-injection': 'inyecciones mensuales', 'brain-stimulation': 'TMS, TEC y ketamina', assessment: 'evaluación o pruebas', 'case-management': 'manejo de casos',
  'act-team': 'equipo que va a su casa (ACT)', 'early-psychosis-team': 'equipo de psicosis temprana', wraparound: 'plan integral para la niñez',
  'care-transition': 'puente del hospital a casa', iop: 'tratamiento intensivo sin internarse', php: 'hospital de día', inpatient: 'internación en un hospital',
  residential: 'tratamiento residencial', 'recovery-housing': 'casa de recuperación', detox: 'desintoxicación', mat: 'medicina para la adicción',
  'harm-reduction': 'reducción de daños', 'crisis-line': 'línea de crisis', 'text-chat-line': 'ayuda por texto o chat', 'mobile-crisis': 'equipo móvil de crisis',
  'walk-in-crisis': 'atención de crisis sin cita', 'crisis-stabilization': 'estancia corta de crisis', 'drop-in-center': 'centro abierto o casa club',
  'family-education': 'clase para familias', 'parenting-class': 'clase de crianza', 'skills-class': 'habilidades para la vida diaria', 'school-based': 'servicios en la escuela',
  'home-visiting': 'visitas a casa', navigation: 'orientación y ayuda con trámites', 'legal-aid': 'asistencia legal', mentoring: 'mentoría',
  'friendly-visits': 'visitas y llamadas amistosas', mediation: 'mediación', 'online-program': 'programa en línea o aplicación', 'community-health': 'centro de salud comunitario',
  'dv-advocacy': 'defensa y refugio por violencia en el hogar',
};
