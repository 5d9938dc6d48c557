#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cotejo::mapping {

// What a column tells of a commitment, activity or goal. Names of the vocabulary's section [compromisos.columna].
enum class CommitmentField : std::uint8_t {
  none,
  number,     // numero
  text,       // compromiso: the activity, commitment, goal itself
  component,  // componente, estrategia, objetivo, programa …
  responsible,
  due,       // fecha: limit, programmed date, term
  due_from,  // fecha_inicio
  indicator,
  goal,      // meta: the figure or words of what is to be reached
  product,   // producto: what is to be delivered, in words
  unit,      // unidad of the goal
  executed,  // ejecutado: what of the goal was reached, a figure
  progress,  // avance: words
  progress_percent,
  status,
  remarks,      // observaciones
  stage_mark,   // X under a stage
  period_mark,  // X under a month, quarter, date …
  subject,      // asunto: what it is about, beside its words
  status_mark,  // X under a state
};
inline constexpr std::size_t kCommitmentFields = 20;  // one more than the last CommitmentField

[[nodiscard]] std::string_view commitment_field_name(CommitmentField field);
// none for words that name no field.
[[nodiscard]] CommitmentField commitment_field_named(std::string_view name);

}  // namespace cotejo::mapping
