#!/usr/bin/env bash
# Lee un archivo grande con un arreglo de trabajos de Slurm y lo carga en una base cuando todos terminan.
# Uso: slurm.sh CARPETA_DE_PDF TRABAJO BASE.db [PARTES] [OPCIÓN DE sbatch…]
# TRABAJO es una carpeta que todos los nodos ven. Un nodo que se cae no pierde nada: Slurm vuelve a poner su parte en
# la fila (--requeue) y esa parte sigue donde iba (--resume).
set -euo pipefail
archivo=$(realpath "$1"); mkdir -p "$2"; trabajo=$(realpath "$2"); base=$(realpath -m "$3"); partes=${4:-100}
shift $(($# < 4 ? $# : 4))
export COTEJO=${COTEJO:-cotejo}

find "$archivo" -iname '*.pdf' | sort > "$trabajo/lista.txt"
cat > "$trabajo/extraer.sbatch" <<TRABAJO
#!/bin/bash
exec "$COTEJO" extract --files-from "$trabajo/lista.txt" --base-dir "$archivo" --shard "\$SLURM_ARRAY_TASK_ID/$partes" \\
  -j "\${SLURM_CPUS_PER_TASK:-1}" -o "$trabajo/extractos" --log "$trabajo/parte-\$SLURM_ARRAY_TASK_ID.jsonl" --resume --failed-ok
TRABAJO
cat > "$trabajo/cargar.sbatch" <<TRABAJO
#!/bin/bash
"$COTEJO" load "$trabajo/extractos" --db "$base"
estado=\$?  # 1: hay hallazgos; 3: algo no se pudo leer del todo; ninguno es una falla de la carga
[ "\$estado" -le 1 ] || [ "\$estado" -eq 3 ]
TRABAJO
arreglo=$(sbatch --parsable --requeue --array="1-$partes" --output="$trabajo/parte-%a.txt" --open-mode=append "$@" "$trabajo/extraer.sbatch")
carga=$(sbatch --parsable --dependency="afterok:$arreglo" --output="$trabajo/carga.txt" "$trabajo/cargar.sbatch")
echo "Lectura: trabajo $arreglo ($partes partes). Carga en $base: trabajo $carga, cuando terminen."
